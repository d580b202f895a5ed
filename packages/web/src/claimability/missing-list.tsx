import { checks, type ShownCode, toldByVillage } from "@tuwai/domain/claimability";
import type { ReactElement } from "react";
import { editPath, type FieldOf } from "#corrections";
import { claimabilityTexts } from "#language/claimability.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";

const fieldOf: Readonly<Partial<Record<ShownCode, FieldOf>>> = {
  "birth-date-unknown": "birthDate",
  "nik-missing": "nik",
  "does-not-work": "occupation",
  "work-unknown": "occupation",
  "name-differs": "name",
  "place-unknown": "address",
  "illness-not-asked": "illness",
  "gravely-ill": "illness",
};
const evidence: ReadonlySet<ShownCode> = new Set(["evidence-missing", "evidence-old"]);

function pathOf(code: ShownCode, personCode: string): string | null {
  const field = fieldOf[code];
  if (field !== undefined) return editPath(personCode, [field]);
  return evidence.has(code) ? `/pekerja/${personCode}/bukti-kerja` : null;
}

/** What is missing, each with who puts it right, or the way there for whoever does. */
export function MissingList(props: {
  readonly missing: readonly ShownCode[];
  readonly personCode: string | undefined;
  readonly mayEdit: boolean;
}): ReactElement | null {
  const t = useTexts(claimabilityTexts);
  const to = useLocalPath();
  const { missing, personCode, mayEdit } = props;
  if (missing.length === 0) return null;
  return (
    <ul>
      {missing.map((code) => {
        const path = personCode !== undefined && mayEdit ? pathOf(code, personCode) : null;
        return (
          <li key={code}>
            {t.checks[code]}{" "}
            {path !== null ? (
              <a href={to(path)}>{t.complete}</a>
            ) : (
              code !== toldByVillage && (
                <span className="quiet small">({t.menders[checks[code].mender]})</span>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}
