import { Agent } from 'node:https';

/** Believes only what leads to `rootCertificate`, keeps connections, and finds the stack without a name server. */
export const agentFor = (rootCertificate: string, maxSockets: number): Agent =>
  new Agent({
    ca: rootCertificate,
    keepAlive: true,
    maxSockets,
    lookup: (_name, options, done) => {
      if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
      else done(null, '127.0.0.1', 4);
    },
  });
