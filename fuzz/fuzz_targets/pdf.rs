#![no_main]
libfuzzer_sys::fuzz_target!(|input: &[u8]| houvast_fuzz::pdf::run(input));
