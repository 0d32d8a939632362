// The schemas of the output, compiled in for `iep schema` and the tests.
#include "CSeeds.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char document_schema[] = {
#embed "../../Contract/document.schema.json"
};
static const unsigned char run_schema[] = {
#embed "../../Contract/run.schema.json"
};

static const struct iep_seed schemas[] = {
  {"document.schema.json", document_schema, sizeof document_schema},
  {"run.schema.json", run_schema, sizeof run_schema},
};
const size_t iep_schema_count = 2;
const struct iep_seed *iep_schema_table(void) { return schemas; }
