import { civilDate, daysBetween } from "@tuwai/domain/time";
import type { Aftercare } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Tag } from "#ui";

/** Which visit comes next and on which day; late or near in words. */
export function NextVisit(props: { readonly next: Aftercare["next"]; readonly today: string }): ReactElement {
  const t = useTexts(aftercareTexts);
  const language = useLanguage();
  const { next, today } = props;
  if (next === null) return <Tag status="done">{t.allMade}</Tag>;
  const days = daysBetween(civilDate(today), next.dueOn);
  const on = `${t.stages[next.stage]}, ${formatDate(language, next.dueOn)}`;
  if (!next.isDue) return <>{on}</>;
  return (
    <>
      {on}{" "}
      {days < 0 ? (
        <Tag status="arrears">{t.late(formatNumber(language, -days))}</Tag>
      ) : (
        <Tag status="waiting">{days === 0 ? t.dueToday : t.dueIn(formatNumber(language, days))}</Tag>
      )}
    </>
  );
}
