// The files of seeds/, compiled in so that one binary runs anywhere.
#pragma once
#include <stddef.h>

struct iep_seed {
  const char *path;  // below seeds/, '/' separated
  const unsigned char *bytes;
  size_t count;
};

/// All of them, `iep_seed_count` long.
const struct iep_seed *iep_seed_table(void);
extern const size_t iep_seed_count;

/// The JSON Schemas of the output (Contract/), `iep_schema_count` long.
const struct iep_seed *iep_schema_table(void);
extern const size_t iep_schema_count;
