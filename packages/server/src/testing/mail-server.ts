import { type AddressInfo, createServer } from "node:net";

export type MailServer = {
  /** As the city is told of it. */
  readonly mail: { readonly url: string; readonly from: string };
  /** Letters that were taken, head and text. */
  readonly received: string[];
  /** What the server says to each letter, in turn; `cut` takes it and breaks the connection, `hang-up` breaks before it; then 250. */
  readonly replies: string[];
  readonly close: () => void;
};

/** A mail server on a socket of this machine that speaks as much SMTP as a letter needs. */
export async function openMailServer(): Promise<MailServer> {
  const received: string[] = [];
  const replies: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    let rest = "";
    socket.write("220 surel\r\n");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      rest += chunk.toString();
      for (;;) {
        const end = rest.indexOf(isData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          const reply = replies.shift() ?? "250 ok";
          if (reply.startsWith("2") || reply === "cut") received.push(line);
          if (reply === "cut") {
            socket.destroy();
            return;
          }
          socket.write(`${reply}\r\n`);
        } else if (line === "DATA") {
          if (replies[0] === "hang-up") {
            replies.shift();
            socket.destroy();
            return;
          }
          isData = true;
          socket.write("354 go\r\n");
        } else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    mail: { url: `smtp://127.0.0.1:${port}`, from: "TuWai <ketan@kota.go.id>" },
    received,
    replies,
    close: () => server.close(),
  };
}
