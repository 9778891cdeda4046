export * from './fake-client.js';
