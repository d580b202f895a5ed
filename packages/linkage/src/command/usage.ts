import { meanings } from "#model";

export const usage = `tuwai-linkage: who is the same person in these lists?

  link LEFT RIGHT --id COL --types JSON --out links.csv     left_id,right_id,probability,weight
  dedupe INPUT    --id COL --types JSON --out clusters.csv  id,cluster_id
  prepare SOURCE  --id COL --types JSON --preset|--model … --out registry.duckdb
                                                            a large list made ready once for many small ones
  update REGISTRY [CHANGED] --id COL [--delete FILE]        adds, replaces and deletes records of it
  link --registry REGISTRY LIST --id COL --types JSON --out links.csv
  train LEFT [RIGHT] --id COL --types JSON --out model.json a model for --model
  profile INPUT   --id COL --types JSON                     how filled and telling each column is
  explain A B     [--preset indonesia | --model FILE | --registry REGISTRY] [--language id|en]
                                                            two records as JSON or files of it
  generate --left N --right N [--persons N] [--overlap .65] [--noise 1] [--seed 1] --out DIR
                                                            two lists of invented Indonesians and their truth
  review LINKS --out queue.csv [--size 300] [--blind]       pairs for people to look at, over all probabilities
  diff MODEL MODEL                                          what changed between two models, in bits
  import-splink FILE --out model.json [--allow-raw]         a model or settings saved by Splink
  evaluate PRED TRUTH [--curve curve.csv]                   precision, recall, F1 (clusters: B3 too)
  evaluate LINKS --decisions FILE [--threshold P]           the same, measured on what people decided

  --types '{"column":"meaning",…}'  ${meanings.slice(0, 8).join(", ")},
                                    ${meanings.slice(8).join(", ")}
  --labels FILE        train: left_id,right_id,match (1 or 0, yes or no) instead of learning without labels
  --decisions FILE     link, dedupe: left_id,right_id,verdict,reviewer,at[,role][,field][,reason]: what people settled
                       holds. Verdict: same, different, cannot-tell, data-error; two people must agree
                       (--reviewers N), an arbiter settles
  --preset indonesia   names, NIK, family cards and birth dates as they are in Indonesia
  --model FILE         use a model trained before       --report FILE  the run and its quality, as JSON
  --threshold P        0.5                              --assign links|best|one-to-one (default)
  --memory 4GB  --threads N  --seed 1  --json           files: CSV, TSV, Parquet
  --spill DIR|none     where values beyond --memory may go for the time of the run; beside --out unless told
  --timings            seconds and CPU seconds of every step, in the summary and the report

Exit: 0 done, 2 bad input, 64 usage, 1 our bug.
`;
