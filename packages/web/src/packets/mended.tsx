import type { ReactElement } from "react";
import type { LeftOut } from "@tuwai/server/packets";
import { editPath, type FieldOf } from "#corrections";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";

type Reason = LeftOut["reasons"][number];

/** What is filled in on the worker's form. */
const fieldOf: Readonly<Partial<Record<Reason, FieldOf>>> = {
  "nik-missing": "nik",
  "nik-malformed": "nik",
  "name-missing": "name",
  "birth-date-missing": "birthDate",
  "sex-missing": "sex",
};

/** What this desk settles on a page of its own. */
const pathOf: Readonly<Partial<Record<Reason, string>>> = {
  died: "/peristiwa",
  moved: "/peristiwa",
  "consent-withdrawn": "/persetujuan-dicabut",
  "pledge-stopped": "/sponsor",
  "above-sponsor-cap": "/sponsor",
};

type Props = {
  readonly reason: Reason;
  readonly code: string | undefined;
  /** Whether the reader fills in workers' forms; else the village's operator does. */
  readonly mayEdit: boolean;
};

/** Where a reason for leaving somebody out is mended, or who does it; nothing where nobody can. */
export function Mended({ reason, code, mayEdit }: Props): ReactElement | null {
  const t = useTexts(enrolmentTexts).compose;
  const to = useLocalPath();
  const field = fieldOf[reason];
  const path = pathOf[reason] ?? (field !== undefined && mayEdit && code ? editPath(code, [field]) : null);
  if (path !== null)
    return (
      <>
        {" "}
        <a href={to(path)}>{t.mend}</a>
      </>
    );
  return field === undefined ? null : <span className="quiet small"> {t.mendedByVillage}</span>;
}
