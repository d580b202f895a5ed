import type { ReactElement } from "react";
import { formatClock, formatNumber } from "#language/format.ts";
import { samePageIn } from "#language/language.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { useLocation } from "react-router";
import styles from "./board.module.css";
import type { Followed } from "./use-board.ts";
import type { ScreenKeys } from "./use-screen-keys.ts";

type FootProps = Followed & { readonly home: string; readonly isTable: boolean; readonly keys: ScreenKeys };

/** How old the numbers are, what the forms mean, and what one can do here. */
export function BoardFoot({ board, line, heldAt, home, isTable, keys }: FootProps): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const other = language === "id" ? "en" : "id";
  const { pathname, search } = useLocation();
  const short = board.villages.filter(({ isShort }) => isShort).length;
  return (
    <footer className={styles["foot"]}>
      <p className={styles["line"]} data-line={line} role="status">
        <i aria-hidden="true" />
        <span>{t.line[line](formatClock(language, new Date(heldAt), true))}</span>{" "}
        {line === "signed-out" && <a href={pathname + search}>{t.signIn}</a>}
      </p>
      <p className={styles["key"]}>
        {board.villages.some(({ isKelurahan }) => isKelurahan) && <span>{t.key.kelurahan}</span>}{" "}
        {short > 0 && <span>{t.key.short(formatNumber(language, short))}</span>}
      </p>
      <p className={styles["does"]}>
        {keys.isRunning && !isTable && <KeyButtons keys={keys} />}
        <a href={isTable ? `${home}/layar` : `${home}/layar?lihat=tabel`}>
          {isTable ? t.asScreen : t.asTable}
        </a>
        <a href={samePageIn(other, pathname, search)} lang={other} hrefLang={other}>
          {other.toUpperCase()}
        </a>
      </p>
    </footer>
  );
}

function KeyButtons({ keys }: Pick<FootProps, "keys">): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const { isStill, stop, fill, resize } = keys;
  return (
    <span className={styles["keys"]}>
      <KeyButton sign="P" says={isStill ? t.go : t.pause} act={stop} />
      <KeyButton sign="F" says={t.full} act={fill} />
      <KeyButton sign="−" says={t.smaller} act={() => resize(-1)} />
      <KeyButton sign="+" says={t.larger} act={() => resize(1)} />
    </span>
  );
}

type KeyProps = { readonly sign: string; readonly says: string; readonly act: () => void };

function KeyButton({ sign, says, act }: KeyProps): ReactElement {
  return (
    <button type="button" onClick={act} aria-label={says} title={`${says} (${sign})`}>
      {sign}
    </button>
  );
}
