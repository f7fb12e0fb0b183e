import { availableParallelism } from 'node:os';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import type { PlannedClinic } from './plan-group';
import { type ToldClinic, tellClinic } from './tell-clinic';
import type { Tellers } from './write-group';

type Said = { readonly cases: number } | { readonly told: ToldClinic };

/**
 * Shares the clinics out among threads, as many as there are cores: the diary of a clinic is one, so a clinic is told by
 * one thread, and which one makes no difference to what is told.
 *
 * @param program the bundle that runs `tellForOthers` when it finds itself in a thread
 */
export const inThreads =
  (program: URL, threads = availableParallelism()): Tellers =>
  async (folder, planned, onProgress) => {
    const waiting = [...planned];
    const told: ToldClinic[] = [];
    const workers = Array.from(
      { length: Math.min(threads, planned.length) },
      () => new Worker(program, { workerData: folder }),
    );
    const work = async (worker: Worker) => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        told.push(await tellOne(worker, next, onProgress));
    };
    try {
      await Promise.all(workers.map(work));
    } finally {
      // After one has failed the others must not go on writing into a folder that is cleared away.
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    return told;
  };

function tellOne(
  worker: Worker,
  planned: PlannedClinic,
  onProgress: (cases: number) => void,
): Promise<ToldClinic> {
  return new Promise((resolve, reject) => {
    const heard = (said: Said) => {
      if ('cases' in said) return onProgress(said.cases);
      stopHearing();
      resolve(said.told);
    };
    const failed = (error: unknown) => {
      stopHearing();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const gone = () => failed(new Error(`the thread that told clinic ${planned.number} is gone`));
    // One by one: without its own listeners a thread hears nothing any more.
    const stopHearing = () => worker.off('message', heard).off('error', failed).off('exit', gone);
    worker.on('message', heard).on('error', failed).on('exit', gone);
    worker.postMessage(planned);
  });
}

/** The other side: tells the clinics that come in, one at a time. */
export function tellForOthers(): void {
  const folder = workerData as string;
  const say = (said: Said) => parentPort?.postMessage(said);
  parentPort?.on('message', (planned: PlannedClinic) => {
    say({ told: tellClinic(folder, planned, (cases) => say({ cases })) });
  });
}
