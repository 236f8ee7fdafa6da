// The official client, told by a test what to do: each line is a request, {"do", "with"}, and is answered with a line,
// {"done"} or {"failed"}. Ends when nobody speaks to it any more.
import { createInterface } from 'node:readline';
import { connect } from '@tursodatabase/sync';

let database;

const actions = {
  connect: async options => {
    database = await connect(options);
  },
  pull: () => database.pull(),
  push: () => database.push(),
  execute: sql => database.exec(sql),
  query: async sql => (await database.prepare(sql)).all(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { done: (await actions[request.do](request.with)) ?? null };
  } catch (error) {
    answer = { failed: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
