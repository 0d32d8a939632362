// Written by Scripts/embed-seeds: do not edit.
#include "CSeeds.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char seed_0[] = {
#embed "../../seeds/calendars/default.yaml"
};
static const unsigned char seed_1[] = {
#embed "../../seeds/criteria/educational-model.yaml"
};
static const unsigned char seed_2[] = {
#embed "../../seeds/criteria/likeness.yaml"
};
static const unsigned char seed_3[] = {
#embed "../../seeds/lexicon/academics.yaml"
};
static const unsigned char seed_4[] = {
#embed "../../seeds/lexicon/body.yaml"
};
static const unsigned char seed_5[] = {
#embed "../../seeds/lexicon/clinic.yaml"
};
static const unsigned char seed_6[] = {
#embed "../../seeds/lexicon/daily-life.yaml"
};
static const unsigned char seed_7[] = {
#embed "../../seeds/lexicon/grammar.yaml"
};
static const unsigned char seed_8[] = {
#embed "../../seeds/lexicon/naming.yaml"
};
static const unsigned char seed_9[] = {
#embed "../../seeds/lexicon/school.yaml"
};
static const unsigned char seed_10[] = {
#embed "../../seeds/lexicon/senses.yaml"
};
static const unsigned char seed_11[] = {
#embed "../../seeds/rules/goal-topics.yaml"
};
static const unsigned char seed_12[] = {
#embed "../../seeds/rules/service-areas.yaml"
};
static const unsigned char seed_13[] = {
#embed "../../seeds/rules/service-minutes.yaml"
};
static const unsigned char seed_14[] = {
#embed "../../seeds/rules/words.yaml"
};
static const unsigned char seed_15[] = {
#embed "../../seeds/vocabulary/delivery.yaml"
};
static const unsigned char seed_16[] = {
#embed "../../seeds/vocabulary/disabilities.yaml"
};
static const unsigned char seed_17[] = {
#embed "../../seeds/vocabulary/export-names.yaml"
};
static const unsigned char seed_18[] = {
#embed "../../seeds/vocabulary/goal-areas.yaml"
};
static const unsigned char seed_19[] = {
#embed "../../seeds/vocabulary/grouping.yaml"
};
static const unsigned char seed_20[] = {
#embed "../../seeds/vocabulary/header-statements.yaml"
};
static const unsigned char seed_21[] = {
#embed "../../seeds/vocabulary/iep-kinds.yaml"
};
static const unsigned char seed_22[] = {
#embed "../../seeds/vocabulary/known-names.yaml"
};
static const unsigned char seed_23[] = {
#embed "../../seeds/vocabulary/label-words.yaml"
};
static const unsigned char seed_24[] = {
#embed "../../seeds/vocabulary/labels.yaml"
};
static const unsigned char seed_25[] = {
#embed "../../seeds/vocabulary/locations.yaml"
};
static const unsigned char seed_26[] = {
#embed "../../seeds/vocabulary/narrative.yaml"
};
static const unsigned char seed_27[] = {
#embed "../../seeds/vocabulary/providers.yaml"
};
static const unsigned char seed_28[] = {
#embed "../../seeds/vocabulary/rooms.yaml"
};
static const unsigned char seed_29[] = {
#embed "../../seeds/vocabulary/sections.yaml"
};
static const unsigned char seed_30[] = {
#embed "../../seeds/vocabulary/service-categories.yaml"
};
static const unsigned char seed_31[] = {
#embed "../../seeds/vocabulary/services.yaml"
};
static const unsigned char seed_32[] = {
#embed "../../seeds/vocabulary/word-forms.yaml"
};
static const unsigned char seed_33[] = {
#embed "../../seeds/vocabulary/xml-formats.yaml"
};
static const unsigned char seed_34[] = {
#embed "../../seeds/xml-mappings/ed-fi-6.1-sedm.yaml"
};
static const unsigned char seed_35[] = {
#embed "../../seeds/xml-mappings/ed-fi-student-program.yaml"
};
static const unsigned char seed_36[] = {
#embed "../../seeds/xml-mappings/sif-student-placement.yaml"
};
static const unsigned char seed_37[] = {
#embed "../../seeds/xml-mappings/sif-xiep.yaml"
};

static const struct iep_seed seeds[] = {
  {"calendars/default.yaml", seed_0, sizeof seed_0},
  {"criteria/educational-model.yaml", seed_1, sizeof seed_1},
  {"criteria/likeness.yaml", seed_2, sizeof seed_2},
  {"lexicon/academics.yaml", seed_3, sizeof seed_3},
  {"lexicon/body.yaml", seed_4, sizeof seed_4},
  {"lexicon/clinic.yaml", seed_5, sizeof seed_5},
  {"lexicon/daily-life.yaml", seed_6, sizeof seed_6},
  {"lexicon/grammar.yaml", seed_7, sizeof seed_7},
  {"lexicon/naming.yaml", seed_8, sizeof seed_8},
  {"lexicon/school.yaml", seed_9, sizeof seed_9},
  {"lexicon/senses.yaml", seed_10, sizeof seed_10},
  {"rules/goal-topics.yaml", seed_11, sizeof seed_11},
  {"rules/service-areas.yaml", seed_12, sizeof seed_12},
  {"rules/service-minutes.yaml", seed_13, sizeof seed_13},
  {"rules/words.yaml", seed_14, sizeof seed_14},
  {"vocabulary/delivery.yaml", seed_15, sizeof seed_15},
  {"vocabulary/disabilities.yaml", seed_16, sizeof seed_16},
  {"vocabulary/export-names.yaml", seed_17, sizeof seed_17},
  {"vocabulary/goal-areas.yaml", seed_18, sizeof seed_18},
  {"vocabulary/grouping.yaml", seed_19, sizeof seed_19},
  {"vocabulary/header-statements.yaml", seed_20, sizeof seed_20},
  {"vocabulary/iep-kinds.yaml", seed_21, sizeof seed_21},
  {"vocabulary/known-names.yaml", seed_22, sizeof seed_22},
  {"vocabulary/label-words.yaml", seed_23, sizeof seed_23},
  {"vocabulary/labels.yaml", seed_24, sizeof seed_24},
  {"vocabulary/locations.yaml", seed_25, sizeof seed_25},
  {"vocabulary/narrative.yaml", seed_26, sizeof seed_26},
  {"vocabulary/providers.yaml", seed_27, sizeof seed_27},
  {"vocabulary/rooms.yaml", seed_28, sizeof seed_28},
  {"vocabulary/sections.yaml", seed_29, sizeof seed_29},
  {"vocabulary/service-categories.yaml", seed_30, sizeof seed_30},
  {"vocabulary/services.yaml", seed_31, sizeof seed_31},
  {"vocabulary/word-forms.yaml", seed_32, sizeof seed_32},
  {"vocabulary/xml-formats.yaml", seed_33, sizeof seed_33},
  {"xml-mappings/ed-fi-6.1-sedm.yaml", seed_34, sizeof seed_34},
  {"xml-mappings/ed-fi-student-program.yaml", seed_35, sizeof seed_35},
  {"xml-mappings/sif-student-placement.yaml", seed_36, sizeof seed_36},
  {"xml-mappings/sif-xiep.yaml", seed_37, sizeof seed_37},
};
const size_t iep_seed_count = 38;
const struct iep_seed *iep_seed_table(void) { return seeds; }
