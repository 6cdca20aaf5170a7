"""What a WSGI server imports: the site, with the settings of the environment."""

import gc

from uniportal.app import create_app
from uniportal.observability import configure_logging
from uniportal.wiring import Rooms

rooms = Rooms()
configure_logging(rooms.settings)
application = create_app(rooms=rooms)
# What is made once for the life of the process need not be looked through for garbage.
gc.collect()
gc.freeze()
