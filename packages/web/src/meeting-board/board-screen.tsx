import { boardSums } from "@tuwai/domain/meetings";
import type { ReactElement } from "react";
import { formatClock } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Mark } from "#frame";
import { AgendaLine } from "./agenda-line.tsx";
import { BoardFoot } from "./board-foot.tsx";
import { BoardMap, type MapProps } from "./board-map.tsx";
import { BoardSide } from "./board-side.tsx";
import { BoardTable } from "./board-table.tsx";
import styles from "./board.module.css";
import { useScreenKeys } from "./use-screen-keys.ts";
import { useUnsent } from "./use-unsent.ts";
import type { Followed } from "./use-board.ts";

type ScreenProps = Followed &
  Pick<MapProps, "tiles" | "kecamatan"> & {
    /** The meeting's own page. */
    readonly home: string;
    readonly isTable: boolean;
  };

/** The whole wall: who has declared, how much of the need, who spoke last and who is waited for. */
export function BoardScreen(screen: ScreenProps): ReactElement {
  const { board, home, isTable, now } = screen;
  const keys = useScreenKeys();
  const unsent = useUnsent(board);
  const sums = boardSums(board.villages);
  return (
    <div className={styles["screen"]} data-size={keys.size} data-still={keys.isStill}>
      <Head {...{ board, home, now }} />
      <main id="main" tabIndex={-1} className={isTable ? styles["plain"] : styles["main"]}>
        {isTable ? (
          <BoardTable board={board} sums={sums} kecamatan={screen.kecamatan} />
        ) : (
          <>
            <BoardMap {...screen} unsent={unsent} />
            <BoardSide board={board} sums={sums} unsent={unsent} isStill={keys.isStill} />
          </>
        )}
      </main>
      <BoardFoot {...screen} keys={keys} />
      <noscript>
        <meta httpEquiv="refresh" content="10" />
      </noscript>
    </div>
  );
}

function Head({ board, home, now }: Pick<ScreenProps, "board" | "home" | "now">): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const clock = (at: number) => formatClock(language, new Date(at));
  return (
    <header className={styles["head"]}>
      <a className={styles["brand"]} href={home} aria-label={t.back}>
        <Mark />
      </a>
      <div>
        <h1>{board.title}</h1>
        {board.item !== null && <AgendaLine item={board.item} now={now} />}
      </div>
      <p className={styles["clock"]}>
        {board.closedAt === null ? clock(now) : t.closed(clock(board.closedAt))}
      </p>
    </header>
  );
}
