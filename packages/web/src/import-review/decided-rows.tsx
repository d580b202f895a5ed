import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatNumber } from "#language/format.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Icon } from "#ui";
import { placeValue, versionName } from "./mend-names.ts";
import styles from "./mend-rows.module.css";
import type { ShownDecision } from "./show-mending.ts";

type Props = {
  readonly decided: readonly ShownDecision[];
  readonly operation: string;
  readonly mayMend: boolean;
};

/** What was decided stays in sight, with what it was before, until it is saved. */
export function DecidedRows({ decided, operation, mayMend }: Props): ReactElement {
  const t = useTexts(importMendingTexts);
  const language = useLanguage();
  return (
    <Form method="post" className={styles["form"]} preventScrollReset>
      <OperationField id={operation} />
      <h2>{t.decided(formatNumber(language, decided.length))}</h2>
      <ul className={styles["decided"]}>
        {decided.map((row) => (
          <li key={row.key}>
            <Icon name="check" />
            <input type="hidden" name={versionName(row)} value={row.version} />
            <span>
              <strong>{t.decidedOne(row.name || t.noName, String(row.row))}</strong>
              {row.changes.map(({ header, before, after }) => (
                <span key={header}> {t.change(header, before || t.empty, after || t.empty)}.</span>
              ))}
              {row.reason !== null && (
                <span> {t.leftOut(t.reasons[row.reason as keyof typeof t.reasons])}.</span>
              )}{" "}
              <span className="quiet small">{row.at}</span>
            </span>
            {mayMend && row.mayUndo ? (
              <Button look="plain" small name="urung" value={placeValue(row)}>
                {t.undo}
                <span className="hidden-visually"> {t.undoOf(row.name || t.noName)}</span>
              </Button>
            ) : (
              <span className="quiet small">{row.mayUndo ? "" : t.saved}</span>
            )}
          </li>
        ))}
      </ul>
    </Form>
  );
}
