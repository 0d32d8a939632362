// Written by Scripts/embed-seeds: do not edit.
#include "CSeeds.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char seed_0[] = {
#embed "../../seeds/calendars/default.yaml"
};
static const unsigned char seed_1[] = {
#embed "../../seeds/vocabulary/labels.yaml"
};
static const unsigned char seed_2[] = {
#embed "../../seeds/vocabulary/sections.yaml"
};

static const struct iep_seed seeds[] = {
  {"calendars/default.yaml", seed_0, sizeof seed_0},
  {"vocabulary/labels.yaml", seed_1, sizeof seed_1},
  {"vocabulary/sections.yaml", seed_2, sizeof seed_2},
};
const size_t iep_seed_count = 3;
const struct iep_seed *iep_seed_table(void) { return seeds; }
