/** What authors write in MDX without importing it. */
import Figure from './Figure.astro';
import Findings from './Findings.astro';
import Glance from './Glance.astro';
import Note from './Note.astro';
import Port from './Port.astro';
import PortFlow from './PortFlow.astro';
import Quiz from './Quiz.astro';
import ServiceYaml from './ServiceYaml.astro';
import Term from './Term.astro';
import Video from './Video.astro';

export const lessonComponents = {
  Figure,
  Findings,
  Glance,
  Note,
  Port,
  PortFlow,
  Quiz,
  ServiceYaml,
  Term,
  Video,
};
