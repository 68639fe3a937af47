import { Socket } from 'node:net';

/** A connection that sends all that is written in one turn together: several questions cost the database one message. */
export class GatheringSocket extends Socket {
  #gathering = false;

  // biome-ignore lint/suspicious/noExplicitAny: the socket's own many shapes of call, passed on as they are
  override write(...written: any[]): boolean {
    if (!this.#gathering) {
      this.#gathering = true;
      this.cork();
      process.nextTick(() => {
        this.#gathering = false;
        this.uncork();
      });
    }
    return Reflect.apply(super.write, this, written);
  }
}
