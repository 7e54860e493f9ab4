import net from 'node:net';

/** A loopback proxy that can let a request through and lose the reply. */
export class TcpProxy {
  private readonly server: net.Server;
  private readonly sockets = new Set<net.Socket>();
  private losing = 0;
  lost = 0;

  constructor(private readonly target: { host: string; port: number }) {
    this.server = net.createServer((client) => this.join(client));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as net.AddressInfo).port;
  }

  /** The next `times` replies are dropped and their connections cut. */
  loseReplies(times: number): void {
    this.losing = times;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: net.Socket): void {
    const upstream = net.connect(this.target);
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        (socket === client ? upstream : client).destroy();
      });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      if (this.losing === 0) client.write(chunk);
      else {
        this.losing -= 1;
        this.lost += 1;
        client.destroy();
      }
    });
  }
}
