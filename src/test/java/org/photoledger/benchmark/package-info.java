/** Measures the program: makes photos, runs it on them as an operator would, and tells what each part costs. */
package org.photoledger.benchmark;
