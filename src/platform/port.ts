import { createServer } from 'node:net';

/** Why the service could not listen there now, as a person would say it; null when it could. */
export function whyPortUnusable(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(reason(error.code, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function reason(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `port ${port} is taken: stop what uses it, or set PORT to another`;
  if (code === 'EACCES') return `this user may not listen on port ${port}: set PORT to 1024 or above`;
  return `HOST ${host} is not an address of this machine`;
}
