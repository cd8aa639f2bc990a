import * as os from 'node:os';
import { MongoClient, type MongoClientOptions } from 'mongodb';

const options: MongoClientOptions = {
  appName: 'laurel-launcher',
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  socketTimeoutMS: 10_000,
  // By itself the driver imports it dynamically, which Jest's module registry refuses.
  runtimeAdapters: { os },
};

/** Connects, lends the client, closes it. */
export async function withMongo<T>(url: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, options);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.close();
  }
}

/** The URL that reaches one server whatever its replica set says. */
export function directUrl(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}
