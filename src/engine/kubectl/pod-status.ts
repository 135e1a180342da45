/**
 * What `kubectl get pods` shows under READY, STATUS and RESTARTS.
 *
 * Source: k8s pkg/printers/internalversion/printers.go printPod. Times are not known here, so "(5s ago)" is left out.
 */
import type { PodMachine } from '../machines.ts';
import type { Container } from '../shapes.ts';

/** One entry of `containerStatuses` or `initContainerStatuses`, as far as the table asks. */
interface ContainerStatus {
  name?: string;
  ready?: boolean;
  started?: boolean;
  restartCount?: number;
  state?: { waiting?: Ending; running?: object; terminated?: Ending };
}

interface Ending {
  reason?: string;
  exitCode?: number;
  signal?: number;
}

export interface PodSummary {
  ready: number;
  total: number;
  reason: string;
  restarts: number;
}

interface Summary {
  ready: number;
  restarts: number;
  /** Undefined: the phase tells. */
  reason?: string | undefined;
}

export function summarize({ object, terminating }: PodMachine): PodSummary {
  const { spec, status } = object;
  const sidecars = (spec.initContainers ?? []).filter(isSidecar);
  const total = (spec.containers ?? []).length + sidecars.length;
  const init = initializing(spec.initContainers ?? [], listOf(status?.initContainerStatuses));
  const has = (wanted: string): boolean =>
    status?.conditions?.some((condition) => condition.type === wanted && condition.status === 'True') ??
    false;
  const main = init.reason === undefined || has('Initialized');
  const running = main ? runningOf(listOf(status?.containerStatuses), has('Ready')) : undefined;
  const restarts = running ? init.sidecarRestarts + running.restarts : init.restarts;
  const phase = status?.phase || 'Pending';
  const ended = phase === 'Succeeded' || phase === 'Failed';
  const reason = running?.reason ?? init.reason ?? (status?.reason || phase);
  return {
    ready: init.ready + (running?.ready ?? 0),
    total,
    reason: terminating && !ended ? 'Terminating' : reason,
    restarts,
  };
}

function isSidecar(container: Container | undefined): boolean {
  return container?.restartPolicy === 'Always';
}

function listOf(statuses: unknown): ContainerStatus[] {
  if (!Array.isArray(statuses)) return [];
  return statuses.filter((status) => typeof status === 'object' && status !== null);
}

/** Init containers run one after the other: the first that is not through tells how far the Pod is. */
function initializing(
  containers: readonly Container[],
  statuses: readonly ContainerStatus[],
): Summary & { sidecarRestarts: number } {
  const summary = { ready: 0, restarts: 0, sidecarRestarts: 0 };
  for (const [index, status] of statuses.entries()) {
    const sidecar = isSidecar(containers.find(({ name }) => name === status.name));
    const { restartCount = 0 } = status;
    summary.restarts += restartCount;
    if (sidecar) summary.sidecarRestarts += restartCount;
    if (status.state?.terminated?.exitCode === 0) continue;
    if (!sidecar || status.started !== true)
      return { ...summary, reason: `Init:${whyNotThrough(status) ?? `${index}/${containers.length}`}` };
    if (status.ready) summary.ready += 1;
  }
  return summary;
}

function whyNotThrough({ state }: ContainerStatus): string | undefined {
  if (state?.terminated) return howEnded(state.terminated);
  const waiting = state?.waiting?.reason;
  return waiting && waiting !== 'PodInitializing' ? waiting : undefined;
}

function howEnded({ reason, signal, exitCode }: Ending): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`);
}

/** The first container that waits or has ended gives the reason. */
function runningOf(statuses: readonly ContainerStatus[], isReady: boolean): Summary {
  const running = statuses.filter(({ ready, state }) => ready && state?.running);
  const [reason] = statuses.map(whyNotRunning).filter((why) => why !== undefined);
  const restarts = statuses.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
  const partly = reason === 'Completed' && running.length > 0;
  return { ready: running.length, restarts, reason: partly ? (isReady ? 'Running' : 'NotReady') : reason };
}

function whyNotRunning({ state }: Pick<ContainerStatus, 'state'>): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  return state?.terminated ? howEnded(state.terminated) : undefined;
}
