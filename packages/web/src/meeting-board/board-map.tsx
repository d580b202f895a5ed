import { boardSums } from "@tuwai/domain/meetings";
import type { Board, BoardVillage } from "@tuwai/server/meeting-board";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./board.module.css";
import { type MapCell, mapRows } from "./map-rows.ts";
import { shortName } from "./short-name.ts";
import { StateSign } from "./state-sign.tsx";
import type { Unsent } from "./use-unsent.ts";

export type MapProps = {
  readonly board: Board;
  readonly tiles: readonly {
    readonly code: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
  readonly unsent: Unsent;
};

/** Every village in the city's own arrangement, wide enough for its name, so that leaders learn it once. */
export function BoardMap(map: MapProps): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const { board, tiles } = map;
  return (
    <section className={styles["map"]} aria-label={t.map(formatNumber(language, board.villages.length))}>
      <ul className={styles["rows"]}>
        {mapRows(tiles, board.villages).map(({ cells, isAfterGap }, y) => (
          <li key={`${y} ${cells.length}`} className={styles["row"]} data-gap={isAfterGap}>
            <ul className={styles["cells"]}>
              {cells.map((cell, x) => (
                <Cell key={`${y} ${x}`} cell={cell} {...map} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ cell, ...map }: MapProps & { readonly cell: MapCell }): ReactElement {
  if (cell.kind === "blank") return <li data-gap={cell.isAfterGap} aria-hidden="true" />;
  if (cell.kind === "name")
    return (
      <li data-gap={cell.isAfterGap} data-span={cell.span}>
        <KecamatanName {...map} code={cell.kecamatan} />
      </li>
    );
  const village = map.board.villages.find(({ code }) => code === cell.code)!;
  return (
    <li data-gap={cell.isAfterGap}>
      <Tile {...map} village={village} />
    </li>
  );
}

function Tile({
  village,
  board,
  tiles,
  unsent,
}: MapProps & { readonly village: BoardVillage }): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const { code, name, state, promised, isShort, isKelurahan } = village;
  const isUnsent = unsent.has(code);
  const says = [
    isUnsent ? `${t.unsent} ${t.unsentLong}` : t.states[state],
    ...(promised > 0 ? [formatRupiah(language, promised)] : []),
    ...(isShort ? [t.shortYear] : []),
    ...(isKelurahan ? [t.kelurahan] : []),
  ].join(", ");
  return (
    <div
      className={styles["tile"]}
      data-region={code}
      data-state={state}
      data-kelurahan={isKelurahan}
      data-short={isShort}
      data-unsent={isUnsent}
      data-just={board.latest[0]?.village === code}
    >
      <StateSign sign={isUnsent ? "unsent" : state} />
      <span className={styles["long"]} aria-hidden="true">
        {shortName(name)}
      </span>
      <span className={styles["label"]} aria-hidden="true">
        {tiles.find((tile) => tile.code === code)?.label ?? name.slice(0, 5)}
      </span>
      <span className="hidden-visually">{`${name}: ${says}`}</span>
    </div>
  );
}

function KecamatanName({ board, kecamatan, code }: MapProps & { readonly code: string }): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const { standing, villages } = boardSums(board.villages.filter((village) => village.kecamatan === code));
  const number = (n: number) => formatNumber(language, n);
  return (
    <div className={styles["name"]}>
      <b>{kecamatan.find((one) => one.code === code)?.name ?? code}</b>
      <span>{t.kecamatanSays(number(standing), number(villages))}</span>
    </div>
  );
}
