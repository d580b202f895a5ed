import type { LadderStep } from "@tuwai/domain/indicators";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import styles from "./indicators.module.css";

type Props = { readonly steps: readonly LadderStep[]; readonly mayOpen: boolean };

/** Merged and withdrawn entries stand on no list any more. */
const unlisted: readonly string[] = ["in-register", "less-merged", "less-withdrawn"];

/** Rungs as bars, and between them who goes; each leads to the same people in the list of workers. */
export function LadderList({ steps, mayOpen }: Props): ReactElement {
  const t = useTexts(indicatorTexts).ladder;
  const language = useLanguage();
  const to = useLocalPath();
  const most = Math.max(1, steps[0]?.persons ?? 1);
  return (
    <ol className={styles["ladder"]} aria-label={t.caption}>
      {steps
        .filter(({ kind }) => kind !== "beside")
        .map(({ stage, kind, persons }) => {
          const sign = kind === "less" ? "− " : "";
          const count = sign + formatNumber(language, persons);
          const isOpen = mayOpen && persons > 0 && !unlisted.includes(stage);
          return (
            <li key={stage} className={styles[kind]} data-stage={stage}>
              <span>{t.stages[stage]}</span>
              <span className={styles["persons"]}>
                {isOpen ? (
                  <a href={to(stage === "on-lists" ? "/pekerja" : `/pekerja?tangga=${stage}`)}>
                    {count}
                    <span className="hidden-visually">
                      {" "}
                      {t.open}: {t.stages[stage]}
                    </span>
                  </a>
                ) : (
                  count
                )}
              </span>
              {kind === "rung" && (
                <svg width="100%" height="10" aria-hidden="true">
                  <rect className={styles["bar"]} width={`${(100 * persons) / most}%`} height="10" rx="2" />
                </svg>
              )}
            </li>
          );
        })}
    </ol>
  );
}
