/** Puts the jobs of the tests on the Redis server that TEST_REDIS_URL names, or on the one of this machine. */
process.env['TEST_REDIS_URL'] ??= 'redis://127.0.0.1:6379';
