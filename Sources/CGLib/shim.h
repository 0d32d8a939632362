// GLib's checksums: SHA-256 from a library that poppler-glib links anyway.
#pragma once
#include <glib.h>
