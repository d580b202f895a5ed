import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatPercent } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./bullet-bar.module.css";

type Stages = {
  readonly need: number;
  readonly promised: number;
  readonly budgeted: number;
  readonly paid: number;
};

/** Each stage as a part of the village's own need; the sentence beneath says the same in words. */
export function BulletBar({ need, promised, budgeted, paid }: Stages): ReactElement {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  if (need === 0) return <span className="quiet">{t.noNeed}</span>;
  const widest = Math.max(need, promised);
  const at = (amount: number) => (amount / widest) * 100;
  const percent = (amount: number) => formatPercent(language, Math.round((amount / need) * 100));
  return (
    <>
      <svg className={styles["bar"]} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles["promised"]} x="0" y="1" width={at(promised)} height="10" />
        <rect className={styles["budgeted"]} x="0" y="1" width={at(budgeted)} height="10" />
        <rect className={styles["paid"]} x="0" y="3.5" width={at(paid)} height="5" />
        <rect className={styles["need"]} x={Math.min(at(need), 99)} y="0" width="1" height="12" />
      </svg>
      <span className="hidden-visually">
        {t.barSays(percent(promised), percent(budgeted), percent(paid))}
      </span>
    </>
  );
}
