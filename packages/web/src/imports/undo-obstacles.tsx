import type { ReactElement } from "react";
import { Form } from "react-router";
import type { UndoObstacles } from "@tuwai/server/import-review";
import { formatInstant, formatNumber } from "#language/format.ts";
import { importUndoTexts } from "#language/import-undo.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card, Disclosure } from "#ui";

export type ShownObstacles = Omit<UndoObstacles, "lists"> & {
  readonly lists: readonly (UndoObstacles["lists"][number] & { readonly operation: string })[];
};

type Props = { readonly obstacles: ShownObstacles; readonly mayPropose: boolean };

/** What rests on a saved list, how many people, and what the reader can do about it. */
export function UndoObstaclesCard({ obstacles, mayPropose }: Props): ReactElement {
  const t = useTexts(importUndoTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { lists, enrolled, persons } = obstacles;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      {lists.map((list) => (
        <div key={list.id} className="stack">
          <p>{t.lists[list.state](list.code, formatNumber(language, list.persons))}</p>
          <ListAction list={list} mayPropose={mayPropose} />
        </div>
      ))}
      {enrolled.map(({ state, persons: count }) => (
        <p key={state}>{t.enrolled[state](formatNumber(language, count))}</p>
      ))}
      {persons.length > 0 && (
        <Disclosure summary={t.who(formatNumber(language, persons.length))}>
          <ul>
            {persons.map(({ code, name }) => (
              <li key={code}>
                <a href={to(`/pekerja/${code}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

type ListProps = { readonly list: ShownObstacles["lists"][number]; readonly mayPropose: boolean };

function ListAction({ list, mayPropose }: ListProps): ReactElement {
  const t = useTexts(importUndoTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const isAsked = list.state === "approved" && list.returnAskedAt !== null;
  return (
    <>
      {isAsked && <p className="quiet">{t.waits(formatInstant(language, list.returnAskedAt))}</p>}
      <Actions>
        {mayPropose && !isAsked && (
          <Form method="post">
            <OperationField id={list.operation} />
            <input type="hidden" name="daftar" value={list.id} />
            <input type="hidden" name="versi" value={list.version} />
            <Button
              look="plain"
              name="aksi"
              value={list.state === "proposed" ? "tarik-usulan" : "minta-kembali"}
            >
              {list.state === "proposed" ? t.withdraw : t.ask}
            </Button>
          </Form>
        )}
        <ButtonLink look="plain" href={to(`/penetapan/${list.id}`)}>
          {t.open}
        </ButtonLink>
      </Actions>
    </>
  );
}
