import { getCity } from "@tuwai/server/regions";
import { getBoard } from "@tuwai/server/meeting-board";
import { languageOf } from "#language/language.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLocalPath } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/board.page";
import { BoardScreen } from "./board-screen.tsx";
import { useBoard } from "./use-board.ts";

/** Follows the meeting by itself; without scripts the browser loads it again. */
export const handle: Handle = { access: "meeting.watch", hydrate: true, screen: true };
export const meta = ({ loaderData, location }: Route.MetaArgs) =>
  pageMeta(
    loaderData && meetingBoardTexts[languageOf(location.pathname)].title(loaderData.first.board.title),
  );

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const first = await getBoard(app, actor, { meetingCode: params.kode });
  const { tiles, kecamatan } = getCity(app.config);
  const isTable = new URL(request.url).searchParams.get("lihat") === "tabel";
  return { first, tiles: tiles.map(({ code, label, x, y }) => ({ code, label, x, y })), kecamatan, isTable };
}

export default function BoardPage({ loaderData: page }: Route.ComponentProps) {
  const to = useLocalPath();
  const { code } = page.first.board;
  const home = to(`/rakor/${code}`);
  const followed = useBoard(page.first, { url: `${home}/layar/angka`, code });
  return (
    <BoardScreen
      {...followed}
      tiles={page.tiles}
      kecamatan={page.kecamatan}
      home={home}
      isTable={page.isTable}
    />
  );
}
