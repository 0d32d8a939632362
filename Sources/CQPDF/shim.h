#pragma once
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

// Buffers that qpdf hands out are the caller's, allocated with malloc.
static inline void qpdf_oh_free_buffer_pointer(unsigned char *buffer) { free(buffer); }
