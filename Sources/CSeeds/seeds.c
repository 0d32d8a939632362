// Written by Scripts/embed-seeds: do not edit.
#include "CSeeds.h"

static const unsigned char seed_0[] = {
#embed "../../seeds/calendars/default.yaml"
};

static const struct iep_seed seeds[] = {
  {"calendars/default.yaml", seed_0, sizeof seed_0},
};
const size_t iep_seed_count = 1;
const struct iep_seed *iep_seed_table(void) { return seeds; }
