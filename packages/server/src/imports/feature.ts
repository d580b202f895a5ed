import type { Feature } from "#app";

export const importsFeature: Feature = {
  name: "imports",
  owns: {
    "app.import_mappings": "own",
    "app.import_batches": "import.read_report",
    "app.import_rows": "import.read_report",
  },
};
