"""A window from which files can be dragged, as from a file manager. Arguments: the files."""

import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

window = Gtk.Window(title="Bestanden om te slepen")
window.set_default_size(200, 120)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label="sleep mij"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
addresses = [GLib.filename_to_uri(path, None) for path in sys.argv[1:]]
handle.connect("drag-data-get", lambda _handle, _drag, data, _info, _time: data.set_uris(addresses))
window.add(handle)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
