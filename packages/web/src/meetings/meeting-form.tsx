import { commitmentGroups } from "@tuwai/domain/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { meetingPlanTexts } from "#language/meeting-plan.ts";
import { useTexts } from "#language/use-texts.ts";
import { Choices, Field, type FormErrors, TextField } from "#ui";
import styles from "./meeting-form.module.css";

type Typed = Readonly<Record<string, string>>;
type FormProps = { readonly typed: Typed; readonly errors: FormErrors; readonly groups: readonly string[] };

/** When, where, led by whom, and for whom of which year the villages are asked. */
export function MeetingFields({ typed, errors, groups }: FormProps): ReactElement {
  const t = useTexts(meetingPlanTexts).fields;
  const names = useTexts(commitmentTexts).groups;
  const of = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <>
      <TextField label={t.title} {...of("judul")} />
      <div className={styles["times"]}>
        <TextField label={t.day} type="date" {...of("tanggal")} />
        <TextField label={t.from} inputMode="decimal" placeholder={t.clockHint} {...of("mulai")} />
        <TextField label={t.to} inputMode="decimal" placeholder={t.clockHint} {...of("selesai")} />
      </div>
      <TextField label={t.place} {...of("tempat")} />
      <Choices
        name="kelompok"
        label={t.groups}
        hint={t.groupsHint}
        several
        value={groups}
        error={errors["kelompok"]}
        options={commitmentGroups.map((group) => ({ value: group, label: names[group] }))}
      />
      <TextField label={t.year} inputMode="numeric" width="short" {...of("tahun")} />
      <TextField label={t.leader} hint={t.leaderHint} {...of("pimpinan")} />
      <TextField label={t.secretary} {...of("notulis")} />
      <TextField label={t.number} hint={t.numberHint} width="middle" {...of("nomor")} />
      <Field name="dasar" label={t.basis} hint={t.basisHint} error={errors["dasar"]}>
        {(control) => <textarea {...control} rows={6} maxLength={1000} defaultValue={typed["dasar"] ?? ""} />}
      </Field>
    </>
  );
}

/** The agenda of a new meeting, one line to an item; empty lines are left out. */
export function AgendaLines({
  typed,
  lines,
}: {
  readonly typed: Typed;
  readonly lines: number;
}): ReactElement {
  const t = useTexts(meetingPlanTexts);
  return (
    <fieldset className="field">
      <legend>{t.agenda}</legend>
      <p className="hint">{t.agendaHint}</p>
      {Array.from({ length: lines }, (_, at) => String(at + 1)).map((n) => (
        <div key={n} className={styles["line"]}>
          <input
            aria-label={t.row.title(n)}
            placeholder={t.row.title(n)}
            name={`acara-${n}`}
            maxLength={200}
            defaultValue={typed[`acara-${n}`] ?? ""}
          />
          <input
            aria-label={`${t.row.title(n)}: ${t.row.minutes}`}
            placeholder={t.row.minutes}
            name={`menit-${n}`}
            inputMode="numeric"
            maxLength={3}
            defaultValue={typed[`menit-${n}`] ?? ""}
          />
          <input
            aria-label={`${t.row.title(n)}: ${t.row.presenter}`}
            placeholder={t.row.presenter}
            name={`penyaji-${n}`}
            maxLength={200}
            defaultValue={typed[`penyaji-${n}`] ?? ""}
          />
        </div>
      ))}
    </fieldset>
  );
}
