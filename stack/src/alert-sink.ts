import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Alert {
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Where Docker's containers reach this machine. */
const machine = '172.17.0.1';

/** What an operator's own service gets from Alertmanager (webhook_config). */
export class AlertSink {
  readonly alerts: Alert[] = [];

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<AlertSink> {
    const server = createServer();
    const sink = new AlertSink(server);
    server.on('request', (request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        sink.alerts.push(...(JSON.parse(text) as { alerts: Alert[] }).alerts);
        response.end();
      });
    });
    server.listen(0, machine);
    await once(server, 'listening');
    return sink;
  }

  get url(): string {
    return `http://${machine}:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The alert of this name and these labels, once it has come. */
  find(name: string, status: Alert['status'], labels: Readonly<Record<string, string>> = {}): Alert | undefined {
    return this.alerts.findLast(
      (alert) =>
        alert.status === status &&
        alert.labels['alertname'] === name &&
        Object.entries(labels).every(([label, value]) => alert.labels[label] === value),
    );
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
