import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatNumber } from "#language/format.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button } from "#ui";
import { MendRow } from "./mend-row.tsx";
import { pasteInGrid, pressInGrid } from "./mend-grid.ts";
import styles from "./mend-rows.module.css";
import type { MendGroup } from "./show-mending.ts";

type Props = { readonly groups: readonly MendGroup[]; readonly operation: string };

/** Every row held back with its wrong cell as an input: a card on a phone, a line of a grid on a desk. One form, so that whatever is pressed, all that was typed is kept. */
export function MendRows({ groups, operation }: Props): ReactElement {
  const t = useTexts(importMendingTexts);
  const language = useLanguage();
  return (
    <Form
      method="post"
      className={styles["form"]}
      id="perbaiki"
      preventScrollReset
      onKeyDown={pressInGrid}
      onPaste={pasteInGrid}
      noValidate
    >
      <OperationField id={operation} />
      <p>{t.lead}</p>
      <div className={styles["bar"]}>
        <Actions>
          <Button name="aksi" value="simpan" data-save="">
            {t.save}
          </Button>
        </Actions>
        <p className={`quiet small ${styles["keys"]}`}>{t.keys}</p>
      </div>
      {groups.map(({ key, problem, repair, rows }) => (
        <section key={key} className={styles["group"]}>
          <h3>
            {rows.length > 1 && `${t.groupRows(formatNumber(language, rows.length))} · `}
            {problem}
          </h3>
          <p className="quiet small">{repair}</p>
          {rows.map((row) => (
            <MendRow key={row.key} row={row} />
          ))}
        </section>
      ))}
    </Form>
  );
}
