"""What a screen reader hears of the app: says a line for each thing that is announced, and the whole tree when asked."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib


def say(**what):
    print(json.dumps(what), flush=True)


def attributes(one):
    try:
        return one.get_attributes() or {}
    except GLib.Error:
        return {}


def text_of(one):
    """Its name, or else its text; what stands for something inside is left out."""
    try:
        length = Atspi.Text.get_character_count(one)
        return Atspi.Text.get_text(one, 0, length).replace("\ufffc", "").strip()
    except (GLib.Error, AttributeError, TypeError):
        return ""


def told(one):
    states = one.get_state_set()
    return {
        "role": one.get_role_name(),
        "name": one.get_name() or "",
        "text": text_of(one),
        "level": attributes(one).get("level", ""),
        "live": attributes(one).get("live", ""),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def tree(one, found):
    """Everything below, in the order in which it is read."""
    try:
        one.clear_cache()
        found.append(told(one))
        for at in range(one.get_child_count()):
            child = one.get_child_at_index(at)
            if child is not None:
                tree(child, found)
    except GLib.Error:
        # It went while it was looked at.
        pass


def app():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    names = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return next((one for one in names if one is not None and "houvast" in (one.get_name() or "").lower()), None)


def asked(channel, _condition):
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    if line.strip() == "tree":
        found = []
        top = app()
        if top is not None:
            tree(top, found)
        say(tree=found)
    return True


def heard(event):
    try:
        source = event.source
        live = attributes(source).get("container-live", "") or attributes(source).get("live", "")
        # What was written, or the text of what was added.
        data = event.any_data
        text = data if isinstance(data, str) else text_of(data) if isinstance(data, Atspi.Accessible) else ""
        say(event=event.type, role=source.get_role_name(), name=source.get_name() or "", text=text, live=live)
    except GLib.Error:
        pass


Atspi.init()
listener = Atspi.EventListener.new(heard)
for kind in ("object:announcement", "object:text-changed:insert", "object:state-changed:focused", "object:children-changed:add"):
    listener.register(kind)
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, asked)
say(ready=True)
Atspi.event_main()
