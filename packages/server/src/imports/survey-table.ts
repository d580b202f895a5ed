import { createColumnSurvey, createTableReader } from "@tuwai/domain/imports";
import type { ColumnFacts, FileRemark, ImportKind, TableRecognition } from "@tuwai/domain/intake";
import type { CivilDate } from "@tuwai/domain/time";
import type { TableEvent } from "#files";

/** A village list is read whole; of a registry so many rows say how it is written. */
const mostRows = 20_000;

type Of = {
  readonly kind: ImportKind;
  readonly recognition: TableRecognition;
  readonly today: CivilDate;
};

/** What the columns of a list say as a whole, from a reading of its own before rows are checked. */
export async function surveyTable(
  events: Iterable<TableEvent> | AsyncIterable<TableEvent>,
  { kind, recognition, today }: Of,
): Promise<{ readonly facts: ColumnFacts; readonly remarks: readonly FileRemark[] }> {
  const survey = createColumnSurvey(kind, recognition, today);
  const reader = createTableReader(recognition);
  let rows = 0;
  for await (const event of events) {
    if (event.type !== "row") continue;
    for (const { rowClass, mapped } of reader.read(event)) if (rowClass === "data") survey.add(mapped);
    rows += 1;
    if (rows > mostRows) break;
  }
  return survey.finish();
}
