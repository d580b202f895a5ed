import type { ReactElement } from "react";
import { formatTime } from "#language/format.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, type FormErrors, TextField } from "#ui";
import type { GuestRow } from "./load-attendance.ts";
import styles from "./guest-list.module.css";

const hour = (at: Date | null) => (at === null ? "" : formatTime("id", at).slice(0, 5));

type Refused = { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> };

/** When a guest came and left, and who it was where somebody else came. */
export function GuestForm(props: {
  readonly guest: GuestRow;
  readonly refused: Refused | undefined;
}): ReactElement {
  const t = useTexts(attendanceTexts);
  const { guest } = props;
  const { typed = {}, errors = {} } = props.refused ?? {};
  const isOther = guest.standsInFor !== null;
  const of = (name: string, kept: string) => ({
    name,
    defaultValue: typed[name] ?? kept,
    error: errors[name],
  });
  return (
    <form method="post" className="form" noValidate>
      <OperationField id={guest.operation} />
      <input type="hidden" name="tamu" value={guest.id} />
      <div className={styles["hours"]}>
        <TextField label={t.fields.arrived} inputMode="decimal" {...of("datang", hour(guest.arrivedAt))} />
        <TextField label={t.fields.left} inputMode="decimal" {...of("pulang", hour(guest.leftAt))} />
      </div>
      <p className="hint">{t.fields.clockHint}</p>
      <TextField label={t.fields.name} maxLength={120} autoComplete="off" {...of("nama", guest.name ?? "")} />
      <label className="choice">
        <input
          type="checkbox"
          name="wakil"
          value="ya"
          defaultChecked={props.refused === undefined ? isOther : typed["wakil"] === "ya"}
        />
        {t.fields.isOther}
      </label>
      <TextField label={t.fields.office} maxLength={120} {...of("jabatan", isOther ? guest.office : "")} />
      <TextField label={t.fields.letter} maxLength={120} {...of("surat", guest.letter ?? "")} />
      <Button name="aksi" value="rinci">
        {t.save}
      </Button>
    </form>
  );
}
