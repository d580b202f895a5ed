import { data, Form, redirect } from "react-router";
import { type ListedMove, listMoves } from "@tuwai/server/moves";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { moveTexts } from "#language/moves.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Actions, Button, Card, NothingWaits, Notice, Page, Pagination, readPage, TextField } from "#ui";
import type { Route } from "./+types/moves.page";
import { answerMove } from "./answer-move.ts";

export const handle: Handle = { access: "worker.move_accept" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const found = await listMoves(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const named = (move: ListedMove) => ({
    ...move,
    from: nameOf(move.fromVillageCode) ?? "",
    to: nameOf(move.toVillageCode) ?? "",
    operation: app.newId(),
  });
  return {
    ...found,
    title: moveTexts[languageOf(pathname)].listTitle,
    rows: found.rows.map(named),
    underWay: found.underWay.map(named),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const answer = await answerMove(...forUseCase(context), { form: await request.formData(), language });
  if ("error" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/pindah"), { status: 303, headers: flash("ok", answer.done) });
}

export default function MovesPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(moveTexts);
  const isGone = actionData !== undefined && page.rows.every(({ id }) => id !== actionData.moveId);
  return (
    <Page title={page.title} lead={t.listLead} narrow>
      {isGone && (
        <Notice tone="warn" announce>
          {actionData.error}
        </Notice>
      )}
      {page.rows.length === 0 && <NothingWaits title={t.none} fills={t.fills} />}
      {page.rows.map((move) => (
        <ToDecide
          key={move.id}
          move={move}
          error={actionData?.moveId === move.id ? actionData.error : undefined}
        />
      ))}
      <Pagination page={page.page} pages={page.pages} />
      {page.underWay.length > 0 && <h2>{t.underWay}</h2>}
      {page.underWay.map((move) => (
        <Card key={move.id} title={move.name ?? t.settled}>
          <Way move={move} />
          <p>{t.states[move.state]}</p>
          {move.refusal !== null && <p className="quiet small">{t.refusedFor(move.refusal)}</p>}
          {move.mayWithdraw && <Withdraw move={move} />}
        </Card>
      ))}
    </Page>
  );
}

type Move = Route.ComponentProps["loaderData"]["rows"][number];

function Way({ move }: { readonly move: Move }) {
  const t = useTexts(moveTexts);
  const language = useLanguage();
  return (
    <>
      <p>{t.way(move.from, move.to, formatDate(language, move.movedOn))}</p>
      <p className="quiet small">
        {t.documents[move.document]}
        {move.note !== null && `. ${move.note}`}
      </p>
    </>
  );
}

function ToDecide({ move, error }: { readonly move: Move; readonly error: string | undefined }) {
  const t = useTexts(moveTexts);
  const isAsked = move.state === "asked";
  return (
    <Card title={move.name ?? t.settled}>
      <Way move={move} />
      <p>{isAsked ? t.toHandOver : t.toReceive}</p>
      <p className="quiet small">{isAsked ? t.next : t.receiveNext}</p>
      {move.isMine ? (
        <p className="quiet">{t.isMine}</p>
      ) : (
        <Form method="post" className="form" noValidate>
          <OperationField id={move.operation} />
          <input type="hidden" name="perpindahan" value={move.id} />
          <input type="hidden" name="versi" value={move.version} />
          <TextField name="alasan" label={t.reason} autoComplete="off" error={error} />
          <Actions>
            <Button small name="putusan" value="ya">
              {isAsked ? t.handOver : t.receive}
            </Button>
            <Button look="plain" small name="putusan" value="tidak">
              {t.refuse}
            </Button>
          </Actions>
        </Form>
      )}
      {move.isMine && move.mayWithdraw && <Withdraw move={move} />}
    </Card>
  );
}

function Withdraw({ move }: { readonly move: Move }) {
  const t = useTexts(moveTexts);
  return (
    <Form method="post">
      <OperationField id={move.operation} />
      <input type="hidden" name="perpindahan" value={move.id} />
      <Button look="plain" small name="putusan" value="tarik">
        {t.withdraw}
      </Button>
    </Form>
  );
}
