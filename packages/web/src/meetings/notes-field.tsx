import type { ReactElement } from "react";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { useTexts } from "#language/use-texts.ts";
import { Field, Notice } from "#ui";
import type { AgendaRefusal } from "./act-on-agenda.ts";
import type { ShownItem } from "./load-agenda.ts";
import styles from "./agenda.module.css";

/** The notes of an item with the version that their writer sees; where somebody else was faster, both texts. */
export function NotesField(props: {
  readonly item: ShownItem;
  readonly operation: string;
  readonly refused: AgendaRefusal;
}): ReactElement {
  const t = useTexts(agendaTexts);
  const { item, operation, refused } = props;
  const stale = refused?.stale?.itemId === item.id ? refused.stale : undefined;
  const typed = refused?.typed["catatan"];
  return (
    <>
      <input type="hidden" name="acara" value={item.id} />
      <input type="hidden" name="operasi-catatan" value={operation} />
      <input type="hidden" name="versi-catatan" value={stale?.notesVersion ?? item.notesVersion} />
      {stale !== undefined && (
        <Notice tone="warn" title={t.stale.title}>
          <p>{t.stale.theirs}</p>
          <blockquote className={styles["theirs"]}>
            {stale.theirs === "" ? t.stale.empty : stale.theirs}
          </blockquote>
        </Notice>
      )}
      <Field
        name="catatan"
        label={t.notesOf(item.title)}
        hint={t.notesHint}
        error={refused?.errors["catatan"]}
      >
        {(control) => <textarea {...control} rows={4} maxLength={8000} defaultValue={typed ?? item.notes} />}
      </Field>
    </>
  );
}
