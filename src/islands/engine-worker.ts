/** The engine, beside the page: what is asked of it is answered by `quiz/engine-desk.ts`. */
import { answerRequest, type RequestName, type Requests } from '../quiz/engine-desk.ts';

interface Message {
  number: number;
  name: RequestName;
  asked: Requests[RequestName];
}

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  const { number, name, asked } = data;
  try {
    postMessage({ number, reply: answerRequest(name, asked) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
});
