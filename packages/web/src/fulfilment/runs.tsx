import type { PeoplePreview } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { formatInstant, formatNumber } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, ButtonLink, Card, Table } from "#ui";

type Props = {
  readonly runs: PeoplePreview["runs"];
  readonly mayUndo: boolean;
  readonly operation: string;
};

const isOpen = ({ isUndone, sent }: PeoplePreview["runs"][number]) => !isUndone && sent === 0;

/** What was enrolled before, each to be taken back as long as BPJS has none of it. */
export function Runs({ runs, mayUndo, operation }: Props): ReactElement | null {
  const t = useTexts(fulfilmentTexts).people;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  if (runs.length === 0) return null;
  return (
    <Card title={t.runs.title}>
      <Table
        caption={t.runs.caption}
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          { key: "when", head: t.runs.when, cell: ({ madeAt }) => formatInstant(language, madeAt) },
          { key: "people", head: t.runs.people, number: true, cell: ({ people }) => number(people) },
          {
            key: "state",
            head: t.runs.state,
            phone: "wide",
            cell: (run) => (
              <>
                {run.isUndone ? t.runs.undone : run.sent > 0 ? t.runs.sent(number(run.sent)) : t.runs.open}
                {mayUndo && isOpen(run) && (
                  <form method="post">
                    <OperationField id={operation} />
                    <input type="hidden" name="pendaftaran" value={run.id} />
                    <Button look="plain" name="aksi" value="batalkan">
                      {t.runs.undo}
                    </Button>
                  </form>
                )}
              </>
            ),
          },
        ]}
      />
      {mayUndo && runs.some(isOpen) && (
        <ButtonLink look="plain" href={to("/kepesertaan/pendaftaran/baru")}>
          {t.packets}
        </ButtonLink>
      )}
    </Card>
  );
}
