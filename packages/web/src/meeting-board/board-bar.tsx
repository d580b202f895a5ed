import type { BoardSums } from "@tuwai/domain/meetings";
import type { ReactElement } from "react";
import { formatPercent, formatRupiah } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./board.module.css";

/** The need in one bar: promised, awaiting, short, drafts, objected, and an empty dashed part for silence. */
export function BoardBar({ sums }: { readonly sums: BoardSums }): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const { need, met, gap, rupiah, less, beyond } = sums;
  const parts = [
    ["declared", met.declared],
    ["awaiting", met.awaiting],
    ["less", less.rupiah],
    ["objected", rupiah.objected],
    ["draft", rupiah.draft],
    ["missing", rupiah.missing],
  ] as const;
  const all = Math.max(1, need);
  const shown = parts.filter(([, amount]) => amount > 0);
  const startOf = (index: number) => shown.slice(0, index).reduce((sum, [, amount]) => sum + amount, 0);
  const percent = formatPercent(language, need === 0 ? 0 : Math.floor(((need - gap) / need) * 100), 0);
  return (
    <div className={styles["bar"]}>
      <svg role="img" aria-label={t.barSays(percent, formatRupiah(language, gap))} width="100%" height="100%">
        <defs>
          <pattern id="less" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="8" fill="#7fb7bd" />
          </pattern>
        </defs>
        {shown.map(([part, amount], index) => (
          <rect
            key={part}
            data-part={part}
            x={`${(startOf(index) / all) * 100}%`}
            y="0"
            width={`${Math.max(0.4, (amount / all) * 100 - 0.4)}%`}
            height="100%"
          />
        ))}
      </svg>
      <p>
        <b>{percent}</b>
        <span>{gap === 0 ? t.noGap : t.gap(formatRupiah(language, gap))}</span>
      </p>
      {beyond > 0 && <p className={styles["beyond"]}>{t.beyond(formatRupiah(language, beyond))}</p>}
    </div>
  );
}
